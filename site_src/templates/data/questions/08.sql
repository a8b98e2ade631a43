-- 每份命名通报列了多少个名称，名册里有多少个工作室写明由它命名？
SELECT n.id AS 通报, n.date AS 日期,
  (SELECT count(*) FROM notice_names AS l WHERE l.notice_id = n.id) AS 名单,
  (SELECT count(DISTINCT d.workshop) FROM designations AS d WHERE d.notice = n.id) AS 已建档
FROM notices AS n
WHERE n.kind = '命名通报'
ORDER BY n.date DESC, n.id
