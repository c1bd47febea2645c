// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.pools;

import io.sidelight.spi.Domain;
import io.sidelight.spi.Instrumentation;
import io.sidelight.spi.MethodMatch;
import io.sidelight.spi.TypeMatch;
import io.sidelight.spi.WeavePoint;

/** A library that makes pools of connections. */
abstract class PoolLibrary implements Instrumentation {

  static final String ADVICE = "io.sidelight.instrumentation.pools.";

  /** How its pools are asked what they hold. */
  abstract PoolReader reader();

  @Override
  public final Domain domain() {
    return new PoolsDomain();
  }

  /** A caller asks the object for a connection, and may have to wait. */
  static WeavePoint acquire(TypeMatch type, MethodMatch method) {
    return WeavePoint.in(type).at(method).with(ADVICE + "AcquireAdvice");
  }

  /** Afterwards the object is an open pool. */
  static WeavePoint open(TypeMatch type, MethodMatch method) {
    return WeavePoint.in(type).at(method).with(ADVICE + "OpenAdvice");
  }

  /** Afterwards the object is a closed pool. */
  static WeavePoint close(TypeMatch type, MethodMatch method) {
    return WeavePoint.in(type).at(method).with(ADVICE + "CloseAdvice");
  }

  /** The object, a pool or a part of one, opens a connection. */
  static WeavePoint create(TypeMatch type, MethodMatch method) {
    return WeavePoint.in(type).at(method).with(ADVICE + "CreateAdvice");
  }

  /** What the method returns is going to be lent. */
  static WeavePoint lendReturned(TypeMatch type, MethodMatch method) {
    return WeavePoint.in(type).at(method).with(ADVICE + "LendReturnedAdvice");
  }

  /** The object is going to be lent. */
  static WeavePoint lendThis(TypeMatch type, MethodMatch method) {
    return WeavePoint.in(type).at(method).with(ADVICE + "LendThisAdvice");
  }

  /** The object comes back. */
  static WeavePoint takeBackThis(TypeMatch type, MethodMatch method) {
    return WeavePoint.in(type).at(method).with(ADVICE + "TakeBackThisAdvice");
  }

  /** The first argument comes back. */
  static WeavePoint takeBackArgument(TypeMatch type, MethodMatch method) {
    return WeavePoint.in(type).at(method).with(ADVICE + "TakeBackArgumentAdvice");
  }
}
