// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Freezes a server's processes and lets them go on. */
final class Signals {

  private Signals() {}

  static void freeze(List<ProcessHandle> processes) throws IOException, InterruptedException {
    send("STOP", processes);
  }

  static void thaw(List<ProcessHandle> processes) throws IOException, InterruptedException {
    send("CONT", processes);
  }

  private static void send(String signal, List<ProcessHandle> processes)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("kill", "-" + signal));
    processes.forEach(each -> command.add(Long.toString(each.pid())));
    int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
    assertThat(exit).isZero();
  }
}
