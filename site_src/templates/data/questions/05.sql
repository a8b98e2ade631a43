-- 哪些工作室先后在两个以上的级别得到命名？
SELECT w.id AS 编号, w.name AS 名称, count(DISTINCT d.level) AS 级别数, min(d.date) AS 最早, max(d.date) AS 最近
FROM workshops AS w JOIN designations AS d ON d.workshop = w.id
GROUP BY w.id, w.name
HAVING count(DISTINCT d.level) >= 2
ORDER BY 级别数 DESC, 最近 DESC, w.id
