// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.tomcat;

import io.sidelight.bootstrap.Calls;
import io.sidelight.bootstrap.RecentTexts;
import io.sidelight.bootstrap.Requests;
import io.sidelight.spi.ProbeId;
import net.bytebuddy.asm.Advice;
import org.apache.catalina.connector.CoyoteAdapter;
import org.apache.coyote.Request;
import org.apache.coyote.Response;
import org.apache.tomcat.util.buf.ByteChunk;
import org.apache.tomcat.util.buf.MessageBytes;
import org.jspecify.annotations.Nullable;

/** A stretch in which a thread works for a request. */
public final class ServiceAdvice {

  private ServiceAdvice() {}

  /** Begins the stretch. */
  @Advice.OnMethodEnter(suppress = Throwable.class)
  public static @Nullable Calls enter(@ProbeId int probe, @Advice.Argument(0) Request request) {
    return Requests.enter(probe, request);
  }

  /**
   * Ends the stretch, and the request unless it waits. What escapes from here makes Tomcat answer
   * 500 later, if it still can.
   */
  @Advice.OnMethodExit(onThrowable = Throwable.class, suppress = Throwable.class)
  public static void exit(
      @ProbeId int probe,
      @Advice.Enter @Nullable Calls calls,
      @Advice.Argument(0) Request request,
      @Advice.Argument(1) Response response,
      @Advice.Thrown @Nullable Throwable thrown) {
    if (calls != null) {
      long start = calls.started[probe];
      calls.started[probe] = 0; // inlined: needs no stack, so a thread never stays busy
      Requests.exit(probe, calls, request, start);
      Object catalina = request.getNote(CoyoteAdapter.ADAPTER_NOTES);
      if (catalina == null || !((org.apache.catalina.connector.Request) catalina).isAsync()) {
        int status = thrown == null || response.isCommitted() ? response.getStatus() : 500;
        // Tomcat makes a new string each time, where it was not given one.
        MessageBytes method = request.method();
        ByteChunk name = method.getByteChunk();
        MessageBytes uri = request.requestURI();
        ByteChunk path = uri.getByteChunk();
        Requests.end(
            probe,
            request,
            method.getType() == MessageBytes.T_BYTES
                ? RecentTexts.of(name.getBytes(), name.getStart(), name.getEnd())
                : method.toString(),
            uri.getType() == MessageBytes.T_BYTES
                ? RecentTexts.of(path.getBytes(), path.getStart(), path.getEnd())
                : uri.toString(),
            status,
            response.getBytesWritten(false));
      }
    }
  }
}
