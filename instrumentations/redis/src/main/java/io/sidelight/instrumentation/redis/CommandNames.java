// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.redis;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The commands that Redis and its modules know, found by the bytes that a client sends, in any
 * case. A fixed set: what an application makes up never becomes a label. Immutable.
 */
final class CommandNames {

  /** The index of all others. */
  static final int OTHER = 0;

  private static final String CORE =
      "ACL APPEND ARCOUNT ARDEL ARDELRANGE ARGET ARGETRANGE ARGREP ARINFO ARINSERT "
          + "ARLASTITEMS ARLEN ARMGET ARMSET ARNEXT AROP ARRING ARSCAN ARSEEK ARSET ASKING AUTH "
          + "BGREWRITEAOF BGSAVE BITCOUNT BITFIELD BITFIELD_RO BITOP BITPOS BLMOVE BLMOVEM BLMPOP "
          + "BLPOP BRPOP BRPOPLPUSH BZMPOP BZPOPMAX BZPOPMIN CLIENT CLUSTER COMMAND CONFIG COPY "
          + "DBSIZE DEBUG DECR DECRBY DEL DELEX DIGEST DISCARD DUMP ECHO EVAL EVALSHA EVALSHA_RO "
          + "EVAL_RO EXEC EXISTS EXPIRE EXPIREAT EXPIRETIME FAILOVER FCALL FCALL_RO FLUSHALL "
          + "FLUSHDB FUNCTION GEOADD GEODECODE GEODIST GEOENCODE GEOHASH GEOPOS GEORADIUS "
          + "GEORADIUSBYMEMBER GEORADIUSBYMEMBER_RO GEORADIUS_RO GEOSEARCH GEOSEARCHSTORE GET "
          + "GETBIT GETDEL GETEX GETRANGE GETSET HDEL HELLO HEXISTS HEXPIRE HEXPIREAT HEXPIRETIME "
          + "HGET HGETALL HGETDEL HGETEX HIMPORT HINCRBY HINCRBYFLOAT HKEYS HLEN HMGET HMSET "
          + "HOTKEYS HPERSIST HPEXPIRE HPEXPIREAT HPEXPIRETIME HPTTL HRANDFIELD HSCAN HSET HSETEX "
          + "HSETNX HSTRLEN HTTL HVALS INCR INCRBY INCRBYFLOAT INCREX INFO KEYS LASTSAVE LATENCY "
          + "LCS LINDEX LINSERT LLEN LMOVE LMOVEM LMPOP LOLWUT LPOP LPOS LPUSH LPUSHX LRANGE LREM "
          + "LSET LTRIM MEMORY MGET MIGRATE MODULE MONITOR MOVE MSET MSETEX MSETNX MULTI OBJECT "
          + "PERSIST PEXPIRE PEXPIREAT PEXPIRETIME PFADD PFCOUNT PFDEBUG PFMERGE PFSELFTEST PING "
          + "PSETEX PSUBSCRIBE PSYNC PTTL PUBLISH PUBSUB PUNSUBSCRIBE QUIT RANDOMKEY READONLY "
          + "READWRITE RENAME RENAMENX REPLCONF REPLICAOF RESET RESTORE RESTORE-ASKING ROLE RPOP "
          + "RPOPLPUSH RPUSH RPUSHX SADD SAVE SCAN SCARD SCRIPT SDIFF SDIFFCARD SDIFFSTORE SELECT "
          + "SENTINEL SET SETBIT SETEX SETNX SETRANGE SHUTDOWN SINTER SINTERCARD SINTERSTORE "
          + "SISMEMBER SLAVEOF SLOWLOG SMEMBERS SMISMEMBER SMOVE SORT SORT_RO SPOP SPUBLISH "
          + "SRANDMEMBER SREM SSCAN SSUBSCRIBE STRALGO STRLEN SUBSCRIBE SUBSTR SUNION SUNIONCARD "
          + "SUNIONSTORE SUNSUBSCRIBE SWAPDB SYNC TIME TOUCH TTL TYPE UNLINK UNSUBSCRIBE UNWATCH "
          + "VADD VCARD VDIM VEMB VGETATTR VINFO VISMEMBER VLINKS VRANDMEMBER VRANGE VREM "
          + "VSETATTR VSIM WAIT WAITAOF WATCH XACK XACKDEL XADD XAUTOCLAIM XCFGSET XCLAIM XDEL "
          + "XDELEX XGROUP XINFO XLEN XNACK XPENDING XRANGE XREAD XREADGROUP XREVRANGE XSETID "
          + "XTRIM ZADD ZCARD ZCOUNT ZDIFF ZDIFFSTORE ZINCRBY ZINTER ZINTERCARD ZINTERSTORE "
          + "ZLEXCOUNT ZMPOP ZMSCORE ZPOPMAX ZPOPMIN ZRANDMEMBER ZRANGE ZRANGEBYLEX ZRANGEBYSCORE "
          + "ZRANGESTORE ZRANK ZREM ZREMRANGEBYLEX ZREMRANGEBYRANK ZREMRANGEBYSCORE ZREVRANGE "
          + "ZREVRANGEBYLEX ZREVRANGEBYSCORE ZREVRANK ZSCAN ZSCORE ZUNION ZUNIONSTORE ";

  private static final String MODULES =
      "BF.ADD BF.CARD BF.EXISTS BF.INFO BF.INSERT BF.LOADCHUNK BF.MADD BF.MEXISTS "
          + "BF.RESERVE BF.SCANDUMP CF.ADD CF.ADDNX CF.COUNT CF.DEL CF.EXISTS CF.INFO CF.INSERT "
          + "CF.INSERTNX CF.LOADCHUNK CF.MEXISTS CF.RESERVE CF.SCANDUMP CMS.INCRBY CMS.INFO "
          + "CMS.INITBYDIM CMS.INITBYPROB CMS.MERGE CMS.QUERY FT.AGGREGATE FT.ALIASADD "
          + "FT.ALIASDEL FT.ALIASLIST FT.ALIASUPDATE FT.ALTER FT.CONFIG FT.CREATE FT.CURSOR "
          + "FT.DICTADD FT.DICTDEL FT.DICTDUMP FT.DROP FT.DROPINDEX FT.EXPLAIN FT.EXPLAINCLI "
          + "FT.HYBRID FT.INFO FT.PROFILE FT.SEARCH FT.SPELLCHECK FT.SUGADD FT.SUGDEL FT.SUGGET "
          + "FT.SUGLEN FT.SYNDUMP FT.SYNUPDATE FT.TAGVALS FT._LIST GRAPH.CONFIG GRAPH.CONSTRAINT "
          + "GRAPH.DELETE GRAPH.EXPLAIN GRAPH.LIST GRAPH.PROFILE GRAPH.QUERY GRAPH.RO_QUERY "
          + "GRAPH.SLOWLOG JSON.ARRAPPEND JSON.ARRINDEX JSON.ARRINSERT JSON.ARRLEN JSON.ARRPOP "
          + "JSON.ARRTRIM JSON.CLEAR JSON.DEBUG JSON.DEL JSON.FORGET JSON.GET JSON.MERGE "
          + "JSON.MGET JSON.MSET JSON.NUMINCRBY JSON.NUMMULTBY JSON.OBJKEYS JSON.OBJLEN JSON.RESP "
          + "JSON.SET JSON.STRAPPEND JSON.STRLEN JSON.TOGGLE JSON.TYPE TDIGEST.ADD TDIGEST.BYRANK "
          + "TDIGEST.BYREVRANK TDIGEST.CDF TDIGEST.CREATE TDIGEST.INFO TDIGEST.MAX TDIGEST.MERGE "
          + "TDIGEST.MIN TDIGEST.QUANTILE TDIGEST.RANK TDIGEST.RESET TDIGEST.REVRANK "
          + "TDIGEST.TRIMMED_MEAN TOPK.ADD TOPK.COUNT TOPK.INCRBY TOPK.INFO TOPK.LIST TOPK.QUERY "
          + "TOPK.RESERVE TS.ADD TS.ALTER TS.CREATE TS.CREATERULE TS.DECRBY TS.DEL TS.DELETERULE "
          + "TS.GET TS.INCRBY TS.INFO TS.MADD TS.MGET TS.MRANGE TS.MREVRANGE TS.QUERYINDEX "
          + "TS.RANGE TS.REVRANGE ";

  /**
   * What waits for something to happen, begins a transaction, or turns a connection into another.
   */
  private static final String OCCUPYING =
      " BLMOVE BLMOVEM BLMPOP BLPOP BRPOP BRPOPLPUSH BZMPOP BZPOPMAX BZPOPMIN MONITOR MULTI"
          + " PSUBSCRIBE PSYNC SSUBSCRIBE SUBSCRIBE SYNC WAIT WAITAOF XREAD XREADGROUP ";

  // A power of two, at least twice the number of names: a miss ends soon.
  private static final int SLOTS = 2048;

  private final String[] names;
  private final byte[][] bytes;
  private final short[] slots = new short[SLOTS];

  CommandNames() {
    names = ("OTHER " + CORE + MODULES).trim().split(" ");
    bytes = new byte[names.length][];
    for (int i = 0; i < names.length; i++) {
      bytes[i] = names[i].getBytes(StandardCharsets.US_ASCII);
      if (i != OTHER) {
        slots[freeSlot(bytes[i])] = (short) i;
      }
    }
  }

  private int freeSlot(byte[] name) {
    int slot = slot(name);
    while (slots[slot] != 0) {
      slot = (slot + 1) % SLOTS;
    }
    return slot;
  }

  /** Whether others should not use a connection on which this command was sent. */
  static boolean occupies(String command) {
    return OCCUPYING.contains(" " + command + " ");
  }

  int size() {
    return names.length;
  }

  String name(int index) {
    return names[index];
  }

  /** The index of a command; {@link #OTHER} if it is unknown. */
  int indexOf(byte[] command) {
    for (int slot = slot(command); slots[slot] != 0; slot = (slot + 1) % SLOTS) {
      if (same(bytes[slots[slot]], command)) {
        return slots[slot];
      }
    }
    return OTHER;
  }

  private static boolean same(byte[] known, byte[] command) {
    // Most clients send the very name.
    return Arrays.equals(known, command)
        || (known.length == command.length && sameInUpperCase(known, command));
  }

  private static boolean sameInUpperCase(byte[] known, byte[] command) {
    for (int i = 0; i < known.length; i++) {
      if (known[i] != upper(command[i])) {
        return false;
      }
    }
    return true;
  }

  private static int slot(byte[] name) {
    int hash = name.length;
    for (int i = 0; i < Math.min(name.length, 24); i++) {
      hash = 31 * hash + upper(name[i]);
    }
    return (hash ^ (hash >>> 11)) & (SLOTS - 1);
  }

  private static byte upper(byte letter) {
    return letter >= 'a' && letter <= 'z' ? (byte) (letter - 32) : letter;
  }
}
