// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.overhead.benchmarks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.CompletionHandler;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.tomcat.util.net.AbstractEndpoint;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SSLSupport;
import org.apache.tomcat.util.net.SendfileDataBase;
import org.apache.tomcat.util.net.SendfileState;
import org.apache.tomcat.util.net.SocketBufferHandler;
import org.apache.tomcat.util.net.SocketWrapperBase;

/**
 * A client in memory: each time it is asked, one request is there to be read, and it takes any
 * answer that succeeds.
 */
final class MemoryClient extends SocketWrapperBase<NioChannel> {

  private static final int BUFFER = 8192;

  private static final byte[] SUCCESS = "HTTP/1.1 200".getBytes(StandardCharsets.US_ASCII);

  private final byte[] request;
  private boolean asked;
  private boolean answered;

  MemoryClient(AbstractEndpoint<NioChannel, ?> endpoint, String request) {
    super(new NioChannel(new SocketBufferHandler(0, 0, false)), endpoint);
    socketBufferHandler = new SocketBufferHandler(BUFFER, BUFFER, false);
    this.request = request.getBytes(StandardCharsets.US_ASCII);
  }

  /** The request may be read once more. */
  void ask() {
    asked = true;
    answered = false;
  }

  /** Whether an answer to it was written. */
  boolean isAnswered() {
    return answered;
  }

  @Override
  public int read(boolean block, ByteBuffer to) {
    if (!asked) {
      return 0;
    }
    asked = false;
    to.put(request);
    return request.length;
  }

  @Override
  protected void doWrite(boolean block, ByteBuffer from) throws IOException {
    for (int i = 0; i < SUCCESS.length && !answered; i++) {
      if (from.get(from.position() + i) != SUCCESS[i]) {
        throw new IOException("the request failed");
      }
    }
    answered = true;
    from.position(from.limit());
  }

  @Override
  public void setAppReadBufHandler(ApplicationBufferHandler handler) {}

  @Override
  public boolean isReadyForRead() {
    return asked;
  }

  @Override
  protected boolean flushNonBlocking() {
    throw unexpected();
  }

  @Override
  public int read(boolean block, byte[] to, int offset, int length) {
    throw unexpected();
  }

  @Override
  protected void doClose() {}

  @Override
  public void registerReadInterest() {}

  @Override
  public void registerWriteInterest() {}

  @Override
  protected void populateRemoteHost() {
    throw unexpected();
  }

  @Override
  protected void populateRemoteAddr() {
    remoteAddr = "127.0.0.1";
  }

  @Override
  protected void populateRemotePort() {
    remotePort = 1;
  }

  @Override
  protected void populateLocalName() {
    localName = "localhost";
  }

  @Override
  protected void populateLocalAddr() {
    localAddr = "127.0.0.1";
  }

  @Override
  protected void populateLocalPort() {
    localPort = 1;
  }

  @Override
  public SendfileDataBase createSendfileData(String file, long position, long length) {
    throw unexpected();
  }

  @Override
  public SendfileState processSendfile(SendfileDataBase data) {
    throw unexpected();
  }

  @Override
  public void doClientAuth(SSLSupport support) {
    throw unexpected();
  }

  @Override
  public SSLSupport getSslSupport() {
    throw unexpected();
  }

  @Override
  protected <A> OperationState<A> newOperationState(
      boolean read,
      ByteBuffer[] buffers,
      int offset,
      int length,
      BlockingMode block,
      long timeout,
      TimeUnit unit,
      A attachment,
      CompletionCheck check,
      CompletionHandler<Long, ? super A> handler,
      Semaphore semaphore,
      VectoredIOCompletionHandler<A> completion) {
    throw unexpected();
  }

  private static UnsupportedOperationException unexpected() {
    return new UnsupportedOperationException("not needed for a plain request");
  }
}
