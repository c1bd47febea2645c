// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.core.health;

import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** The machine's name, without asking a name service, which can take seconds. */
final class HostName {

  private static final String[] VARIABLES = {"HOSTNAME", "COMPUTERNAME"};

  private HostName() {}

  /** Empty if the system does not tell. */
  static String find() {
    for (String variable : VARIABLES) {
      String name = System.getenv(variable);
      if (name != null && !name.isEmpty()) {
        return name;
      }
    }
    try (BufferedReader file =
        new BufferedReader(
            new InputStreamReader(
                new FileInputStream("/proc/sys/kernel/hostname"), StandardCharsets.UTF_8))) {
      String name = file.readLine();
      return name == null ? "" : name;
    } catch (IOException e) {
      return "";
    }
  }
}
