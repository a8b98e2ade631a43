-- 各区域有多少个在册的工作室？
SELECT coalesce(district, '待补充') AS 区域, count(*) AS 工作室
FROM workshops
WHERE status = '在册'
GROUP BY district
ORDER BY count(*) DESC, district
