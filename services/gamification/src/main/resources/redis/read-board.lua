-- KEYS points, revisions, whole; ARGV last place, lower bound of those ahead.
-- Nothing unless the board is whole; an evicted set must not look like an empty board.
local asOf = redis.call('GET', KEYS[3])
if not asOf or redis.call('EXISTS', KEYS[1]) == 0 then
    return {}
end
local answer = {asOf, tostring(redis.call('ZCOUNT', KEYS[1], ARGV[2], '+inf'))}
for _, value in ipairs(redis.call('ZREVRANGE', KEYS[1], 0, ARGV[1], 'WITHSCORES')) do
    answer[#answer + 1] = value
end
return answer
