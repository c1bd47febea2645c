// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.http;

import io.sidelight.bootstrap.RequestProbe.Parked;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Requests between two threads, by the identity of the container's object. A hash table of lists
 * that are replaced as a whole: asking for a request that is not parked, which every request does
 * when it begins, reads one reference and allocates nothing, unlike a map that wants a key object
 * with the right {@code equals}. Lock-free and bounded.
 */
final class ParkedRequests {

  private final AtomicReferenceArray<@Nullable Node> buckets;
  private final AtomicInteger size = new AtomicInteger();
  private final int limit;

  /**
   * Creates an empty one.
   *
   * @param limit how many may wait at the same time
   */
  ParkedRequests(int limit) {
    this.limit = limit;
    buckets = new AtomicReferenceArray<>(1024);
  }

  /** Keeps {@code value} under {@code request}; returns false if there is no room. */
  boolean put(Object request, Parked value) {
    if (size.incrementAndGet() > limit) {
      size.decrementAndGet();
      return false;
    }
    int bucket = bucket(request);
    Node head;
    do {
      head = buckets.get(bucket);
    } while (!buckets.compareAndSet(bucket, head, new Node(request, value, head)));
    return true;
  }

  /** Removes and returns what {@link #put} kept last under {@code request}. */
  @Nullable Parked take(Object request) {
    if (size.get() == 0) {
      return null;
    }
    int bucket = bucket(request);
    while (true) {
      Node head = buckets.get(bucket);
      Node found = find(head, request);
      if (head == null || found == null) {
        return null;
      }
      if (buckets.compareAndSet(bucket, head, without(head, found))) {
        size.decrementAndGet();
        return found.value;
      }
    }
  }

  /** How many wait. */
  int size() {
    return size.get();
  }

  private int bucket(Object request) {
    int hash = System.identityHashCode(request);
    return (hash ^ (hash >>> 10)) & (buckets.length() - 1);
  }

  private static @Nullable Node find(@Nullable Node head, Object request) {
    Node node = head;
    while (node != null && node.request != request) {
      node = node.next;
    }
    return node;
  }

  private static @Nullable Node without(Node head, Node gone) {
    Node rest = gone.next;
    for (Node node = head; node != null && node != gone; node = node.next) {
      rest = new Node(node.request, node.value, rest);
    }
    return rest;
  }

  private static final class Node {
    final Object request;
    final Parked value;
    final @Nullable Node next;

    Node(Object request, Parked value, @Nullable Node next) {
      this.request = request;
      this.value = value;
      this.next = next;
    }
  }
}
