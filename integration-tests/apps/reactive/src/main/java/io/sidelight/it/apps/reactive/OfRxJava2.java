// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.apps.reactive;

import io.reactivex.Completable;
import io.reactivex.Flowable;
import io.reactivex.Maybe;
import io.reactivex.Observable;
import io.reactivex.Single;
import io.reactivex.subjects.PublishSubject;
import io.sidelight.annotations.Counted;

/** Methods that return what RxJava 2 has. */
final class OfRxJava2 {

  @Counted
  Single<String> single() {
    return Single.fromCallable(() -> "value");
  }

  @Counted
  Single<String> failingSingle() {
    return Single.error(Main.failure());
  }

  @Counted
  Single<String> cancelledSingle() {
    return Single.never();
  }

  @Counted(
      name = "rx2_orders",
      labels = {"fuel", "#fuel", "outcome", "#result"})
  Single<String> order(String fuel) {
    return Single.just("DONE");
  }

  @Counted
  Maybe<String> maybe() {
    return Maybe.just("value");
  }

  @Counted
  Maybe<String> emptyMaybe() {
    return Maybe.empty();
  }

  @Counted
  Completable completable() {
    return Completable.fromAction(() -> {});
  }

  @Counted
  Completable failingCompletable() {
    return Completable.error(Main.failure());
  }

  @Counted
  Completable cancelledCompletable() {
    return Completable.never();
  }

  @Counted
  Observable<Integer> observable() {
    return Observable.range(1, 10);
  }

  @Counted
  Observable<Integer> failingObservable() {
    return Observable.error(Main.failure());
  }

  @Counted
  Observable<Integer> subject() {
    return PublishSubject.create();
  }

  @Counted
  Flowable<Integer> flowable() {
    return Flowable.range(1, 10);
  }

  @Counted
  Flowable<Integer> takenFlowable() {
    return Flowable.range(1, 10);
  }

  void callAll() {
    Single<String> single = single();
    Main.check("single", single.blockingGet().equals("value"));
    Main.check("again", single.blockingGet().equals("value"));
    Main.fails(() -> failingSingle().blockingGet());
    cancelledSingle().subscribe().dispose();
    Main.drop(order("gas").blockingGet());
    Main.check("maybe", "value".equals(maybe().blockingGet()));
    Main.check("empty", emptyMaybe().blockingGet() == null);
    Main.drop(completable().test().assertComplete());
    Main.drop(failingCompletable().test().assertError(IllegalStateException.class));
    completable().subscribe().dispose();
    cancelledCompletable().subscribe().dispose();
    Main.check("observable", observable().count().blockingGet() == 10);
    Main.fails(() -> failingObservable().blockingFirst());
    Main.check("subject", subject() instanceof PublishSubject);
    Main.check("flowable", flowable().count().blockingGet() == 10);
    Main.check("taken", takenFlowable().take(1).blockingFirst() == 1);
    Main.drop(single());
  }
}
