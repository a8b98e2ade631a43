-- 哪些工作室有写明期限的整改或复核？
SELECT w.id AS 编号, w.name AS 名称, e.kind AS 情况, e.due AS 到期
FROM events AS e JOIN workshops AS w ON w.id = e.workshop
WHERE e.due IS NOT NULL AND w.status IN ('在册', '整改中')
ORDER BY e.due DESC, w.id
