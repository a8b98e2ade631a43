-- 联盟由哪些工作室组成？
SELECT a.name AS 联盟, w.id AS 编号, w.name AS 成员
FROM workshops AS a, json_each(a.member_workshops) AS m JOIN workshops AS w ON w.id = m.value
ORDER BY a.id, w.id
