// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.jdbc;

final class H2Test extends DriverContract {

  @Override
  String driver() {
    return "h2";
  }

  @Override
  String url() {
    return "jdbc:h2:mem:shop;DB_CLOSE_DELAY=-1";
  }

  @Override
  String user() {
    return "sa";
  }
}
