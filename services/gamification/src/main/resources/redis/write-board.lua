-- KEYS points, revisions, whole; ARGV now, then learner, points and revision of each row.
-- A set that is gone takes the promise of wholeness with it before the first row is in again.
if redis.call('EXISTS', KEYS[1]) == 0 then
    redis.call('DEL', KEYS[3])
end
for i = 2, #ARGV, 3 do
    local known = redis.call('HGET', KEYS[2], ARGV[i])
    if not known or tonumber(known) < tonumber(ARGV[i + 2]) then
        redis.call('HSET', KEYS[2], ARGV[i], ARGV[i + 2])
        if tonumber(ARGV[i + 1]) > 0 then
            redis.call('ZADD', KEYS[1], ARGV[i + 1], ARGV[i])
        else
            redis.call('ZREM', KEYS[1], ARGV[i])
        end
    end
end
-- Boards nobody comes back to go by themselves; a week is over after seven days.
redis.call('EXPIRE', KEYS[1], 691200)
redis.call('EXPIRE', KEYS[2], 691200)
return redis.call('SET', KEYS[3], ARGV[1], 'XX', 'KEEPTTL') and 1 or 0
