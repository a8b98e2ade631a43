-- 每种成果登记了多少项，写明的金额合计多少？
SELECT kind AS 种类, count(*) AS 登记, sum(count) AS 写明的数量, sum(amount_yuan) AS 金额（元）
FROM achievements
GROUP BY kind
ORDER BY count(*) DESC, kind
