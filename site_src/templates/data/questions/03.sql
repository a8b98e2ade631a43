-- 领衔人得过哪些荣誉，各有多少人次？
SELECT name AS 荣誉, count(*) AS 人次
FROM honours
GROUP BY name
ORDER BY count(*) DESC, name
