// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.check;

import java.util.List;

/** What is known at present. */
public interface Findings {

  /** All components. Never waits. */
  List<Component> components();
}
