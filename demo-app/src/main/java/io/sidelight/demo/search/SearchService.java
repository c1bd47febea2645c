// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.demo.search;

import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.sidelight.annotations.Counted;
import io.sidelight.annotations.Timed;
import io.sidelight.demo.Json;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Service;

/** Searches documents; answers are kept in Redis for a few seconds. No thread waits for Redis. */
@Service
final class SearchService {

  record Hit(long id, String title) {}

  record Hits(List<Hit> hits) {}

  private static final int CACHED_SECONDS = 10;
  private static final RowMapper<Hit> ROW = new DataClassRowMapper<>(Hit.class);

  private final JdbcTemplate jdbc;
  private final RedisAsyncCommands<String, String> redis;
  private final Json json;
  private final ExecutorService workers;

  SearchService(
      JdbcTemplate jdbc,
      StatefulRedisConnection<String, String> redis,
      Json json,
      ExecutorService workers) {
    this.jdbc = jdbc;
    this.redis = redis.async();
    this.json = json;
    this.workers = workers;
  }

  @Timed(name = "search_duration", description = "Time to answer a search")
  @Counted(name = "search_requests", description = "Searches")
  CompletionStage<Hits> search(String query) {
    String key = "search:" + query.toLowerCase(Locale.ROOT);
    return redis
        .incr("searches")
        .thenCompose(count -> redis.get(key))
        .thenCompose(cached -> cached == null ? ask(query, key) : answer(cached));
  }

  private CompletionStage<Hits> answer(String cached) {
    return CompletableFuture.completedStage(json.read(cached, Hits.class));
  }

  private CompletionStage<Hits> ask(String query, String key) {
    return CompletableFuture.supplyAsync(() -> find(query), workers)
        .thenCompose(
            hits -> redis.setex(key, CACHED_SECONDS, json.write(hits)).thenApply(reply -> hits));
  }

  private Hits find(String query) {
    String pattern = "%" + query + "%";
    return new Hits(
        jdbc.query(
            "SELECT id, title FROM documents WHERE body ILIKE ? OR title ILIKE ? LIMIT 10",
            ROW,
            pattern,
            pattern));
  }
}
