// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.apps.reactive;

import io.sidelight.annotations.Counted;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** Methods that return what Mutiny has. */
final class OfMutiny {

  @Counted
  Uni<String> uni() {
    return Uni.createFrom().item(() -> "value");
  }

  @Counted
  Uni<String> failingUni() {
    return Uni.createFrom().failure(Main.failure());
  }

  @Counted
  Uni<String> cancelledUni() {
    return Uni.createFrom().nothing();
  }

  @Counted(
      name = "uni_orders",
      labels = {"fuel", "#fuel", "outcome", "#result"})
  Uni<String> order(String fuel) {
    return Uni.createFrom().item("DONE");
  }

  @Counted
  Multi<Integer> multi() {
    return Multi.createFrom().range(0, 10);
  }

  @Counted
  Multi<Integer> failingMulti() {
    return Multi.createFrom().failure(Main.failure());
  }

  @Counted
  Multi<Integer> takenMulti() {
    return Multi.createFrom().range(0, 10);
  }

  void callAll() {
    Uni<String> uni = uni();
    Main.check("uni", "value".equals(uni.await().indefinitely()));
    Main.check("again", "value".equals(uni.await().indefinitely()));
    Main.fails(() -> failingUni().await().indefinitely());
    cancelledUni().subscribe().with(Main::drop).cancel();
    Main.drop(order("gas").await().indefinitely());
    Main.check("multi", multi().collect().asList().await().indefinitely().size() == 10);
    Main.fails(() -> failingMulti().collect().asList().await().indefinitely());
    Main.check("taken", takenMulti().toUni().await().indefinitely() == 0);
    Main.drop(multi());
  }
}
