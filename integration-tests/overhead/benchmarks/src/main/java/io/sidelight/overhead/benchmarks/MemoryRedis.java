// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.overhead.benchmarks;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A socket whose other end answers the same to whatever is asked, as soon as it is read. */
final class MemoryRedis extends Socket {

  private static final byte[] REPLY = "$4\r\nlamp\r\n".getBytes(StandardCharsets.US_ASCII);

  private final InputStream in =
      new InputStream() {
        @Override
        public int read() {
          throw new UnsupportedOperationException("only whole replies are read");
        }

        @Override
        public int read(byte[] to, int offset, int length) {
          System.arraycopy(REPLY, 0, to, offset, REPLY.length);
          return REPLY.length;
        }
      };

  @Override
  public InputStream getInputStream() {
    return in;
  }

  @Override
  public OutputStream getOutputStream() {
    return OutputStream.nullOutputStream();
  }

  @Override
  public int getSoTimeout() {
    return 0;
  }

  @Override
  public boolean isBound() {
    return true;
  }

  @Override
  public boolean isConnected() {
    return true;
  }
}
