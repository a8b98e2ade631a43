-- 哪些单位的工作室最多？
SELECT name AS 单位, workshops AS 工作室
FROM units
ORDER BY workshops DESC, name
