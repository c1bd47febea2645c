// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.apps.jwt;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;

/** Issues tokens and validates them, and one of each kind that is not valid. */
public final class Main {

  private static final byte[] KEY = "key-canary-key-canary-key-canary".getBytes(UTF_8);
  private static final byte[] OTHER_KEY = "canary-key-canary-key-canary-key".getBytes(UTF_8);

  private Main() {}

  /** Takes the class of the library; says {@code ready} and stays until standard input ends. */
  public static void main(String[] args) throws Exception {
    Library library =
        Class.forName(Main.class.getPackage().getName() + "." + args[0])
            .asSubclass(Library.class)
            .getDeclaredConstructor()
            .newInstance();
    Instant now = Instant.now();
    String good = library.issue(now.plus(1, ChronoUnit.HOURS), KEY);
    String old = library.issue(now.minus(1, ChronoUnit.HOURS), KEY);
    String foreign = library.issue(now.plus(1, ChronoUnit.HOURS), OTHER_KEY);

    library.validate(good, KEY);
    library.validate(good, KEY);
    refuses(library, old);
    refuses(library, foreign);
    refuses(library, "canary");
    refuses(library, unsigned(now.plus(1, ChronoUnit.HOURS)));
    System.out.println("ready");
    waitForEnd();
  }

  private static void refuses(Library library, String token) {
    try {
      library.validate(token, KEY);
    } catch (Exception expected) {
      return;
    }
    throw new AssertionError("accepts " + token);
  }

  private static String unsigned(Instant expiry) {
    String header = encoded("{\"alg\":\"none\"}");
    return header
        + "."
        + encoded("{\"sub\":\"canary\",\"exp\":" + expiry.getEpochSecond() + "}")
        + ".";
  }

  private static String encoded(String json) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(UTF_8));
  }

  static void waitForEnd() throws IOException {
    while (System.in.read() >= 0) {
      // Nothing is asked for.
    }
  }
}
