// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.methods;

import org.jspecify.annotations.Nullable;

/** What can be seen of a call that has ended. Lives no longer than a look. */
final class Finished {

  final @Nullable Object self;
  final @Nullable Object[] arguments;
  final @Nullable Object result;

  Finished(@Nullable Object self, @Nullable Object[] arguments, @Nullable Object result) {
    this.self = self;
    this.arguments = arguments;
    this.result = result;
  }
}
