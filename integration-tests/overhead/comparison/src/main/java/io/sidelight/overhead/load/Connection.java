// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.overhead.load;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ProtocolException;
import java.net.Socket;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A connection that is kept, and one GET that it sends again and again, as cheaply as can be: the
 * generator must cost less than what it loads. Used by one thread.
 */
public final class Connection implements AutoCloseable {

  private static final byte[] OK = "HTTP/1.1 200 ".getBytes(US_ASCII);

  private static final Pattern CONTENT_LENGTH =
      Pattern.compile("\r\ncontent-length: *([0-9]+)", Pattern.CASE_INSENSITIVE);

  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;
  private final byte[] request;

  private byte[] answer = new byte[4096];
  private int bodyStart;
  private int answerEnd;

  /** The header of the answer before: the same again needs no parsing. */
  private byte[] knownHeader = new byte[0];

  private int bodyLength;

  private Connection(Socket socket, String path, String headers) throws IOException {
    this.socket = socket;
    this.in = socket.getInputStream();
    this.out = socket.getOutputStream();
    this.request =
        ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept: */*\r\n" + headers + "\r\n")
            .getBytes(US_ASCII);
  }

  /** Connects to a port of this machine. */
  public static Connection open(int port, String path) throws IOException {
    return open(port, path, "");
  }

  /**
   * Connects to a port of this machine.
   *
   * @param headers further ones, each with its end of line
   */
  public static Connection open(int port, String path, String headers) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    return new Connection(socket, path, headers);
  }

  /**
   * Sends the request and reads the whole answer.
   *
   * @throws IOException if it is not 200 with a {@code Content-Length}
   */
  public void exchange() throws IOException {
    out.write(request);
    answerEnd = 0;
    bodyStart = -1;
    do {
      more();
      bodyStart = afterHeader();
    } while (bodyStart < 0);
    if (!Arrays.equals(answer, 0, bodyStart, knownHeader, 0, knownHeader.length)) {
      parseHeader();
    }
    while (answerEnd < bodyStart + bodyLength) {
      more();
    }
    if (answerEnd > bodyStart + bodyLength) {
      throw new ProtocolException("more than one answer");
    }
  }

  private void more() throws IOException {
    if (answerEnd == answer.length) {
      answer = Arrays.copyOf(answer, 2 * answer.length);
    }
    int read = in.read(answer, answerEnd, answer.length - answerEnd);
    if (read < 0) {
      throw new EOFException("connection ended within an answer");
    }
    answerEnd += read;
  }

  private int afterHeader() {
    for (int i = 3; i < answerEnd; i++) {
      if (answer[i] == '\n' && answer[i - 2] == '\n') {
        return i + 1;
      }
    }
    return -1;
  }

  private void parseHeader() throws IOException {
    String header = new String(answer, 0, bodyStart, US_ASCII);
    Matcher length = CONTENT_LENGTH.matcher(header);
    if (!Arrays.equals(answer, 0, OK.length, OK, 0, OK.length) || !length.find()) {
      throw new ProtocolException("not 200 with a length: " + header);
    }
    bodyLength = Integer.parseInt(length.group(1));
    knownHeader = Arrays.copyOf(answer, bodyStart);
  }

  /** Bytes in the body of the last answer. */
  public int bodyLength() {
    return bodyLength;
  }

  /** The body of the last answer. */
  public String body() {
    return new String(answer, bodyStart, bodyLength, UTF_8);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
