-- 每个行业大类有多少个工作室，写明的成员共多少人？
SELECT t.code AS 代码, t.name AS 行业, count(*) AS 工作室, sum(w.members) AS 成员
FROM workshops AS w JOIN terms AS t ON t.vocabulary = 'industries' AND t.code = w.industry
GROUP BY t.code, t.name
ORDER BY count(*) DESC, t.code
