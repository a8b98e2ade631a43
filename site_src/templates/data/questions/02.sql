-- 哪一年各级别命名了多少次？
SELECT substr(date, 1, 4) AS 年度, level AS 级别, count(*) AS 命名
FROM designations
WHERE date IS NOT NULL
GROUP BY substr(date, 1, 4), level
ORDER BY 年度 DESC, 命名 DESC, level
