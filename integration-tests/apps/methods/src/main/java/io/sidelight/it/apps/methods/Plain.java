// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.apps.methods;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Methods without annotations, to be named in the configuration. */
final class Plain implements Repository {

  private String name = "";

  public String getName() {
    return name;
  }

  void setName(String name) {
    this.name = name;
  }

  @Override
  public String findOne(String key) {
    return key.substring(1);
  }

  void place(int amount) {
    if (amount < 0) {
      throw new IllegalStateException("thrown by the application");
    }
    check(amount + 1);
  }

  private static void check(int amount) {
    if (amount == 0) {
      System.out.println("wrong");
    }
  }

  CompletionStage<String> later(CompletableFuture<String> stage) {
    return stage.thenApply(text -> text + getName());
  }

  void callAll() {
    CompletableFuture<String> stage = new CompletableFuture<>();
    CompletionStage<String> result = later(stage);
    for (int i = 0; i < 10; i++) {
      setName("name");
      findOne("key");
      findAny("key");
      place(1);
    }
    try {
      place(-1);
    } catch (IllegalStateException expected) {
      // Thrown by the application.
    }
    stage.complete("");
    System.out.println(result.toCompletableFuture().join());
  }
}
