// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.overhead.benchmarks;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.AbstractEndpoint;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SocketEvent;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * A request through all of Tomcat, from the bytes of its line and headers to those of the answer;
 * only the socket is missing, because the kernel's part would hide the rest.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ServletRequest {

  private static final String REQUEST =
      """
      GET /hello HTTP/1.1\r
      Host: shop.example.org\r
      User-Agent: Mozilla/5.0 (X11; Linux x86_64)\r
      Accept: text/plain\r
      \r
      """;

  /** For JMH. */
  public ServletRequest() {}

  /** One request. */
  @Benchmark
  public void get(Connection connection) throws IOException {
    connection.request();
  }

  /** The server, without a request from outside. */
  @State(Scope.Benchmark)
  public static class Server {

    private final Tomcat tomcat = new Tomcat();
    private final OpenProtocol protocol = new OpenProtocol();

    /** Starts it. */
    @Setup
    public void start() throws LifecycleException {
      Logger.getLogger("org.apache").setLevel(Level.SEVERE);
      Connector connector = new Connector(protocol);
      connector.setPort(0);
      connector.setProperty("address", "127.0.0.1");
      tomcat.setConnector(connector);
      tomcat.setBaseDir(System.getProperty("java.io.tmpdir"));
      Context context = tomcat.addContext("", null);
      Tomcat.addServlet(context, "hello", new Hello()).addMapping("/hello");
      tomcat.start();
    }

    /** Stops it. */
    @TearDown
    public void stop() throws LifecycleException {
      tomcat.stop();
      tomcat.destroy();
    }
  }

  /** A connection that stays open for all requests of a thread. */
  @SuppressWarnings("NullAway.Init") // JMH sets it up
  @State(Scope.Thread)
  public static class Connection {

    private Processor processor;
    private MemoryClient client;

    /** Opens it. */
    @Setup
    public void open(Server server) {
      processor = server.protocol.createProcessor();
      client = new MemoryClient(server.protocol.endpoint(), REQUEST);
    }

    void request() throws IOException {
      client.ask();
      processor.process(client, SocketEvent.OPEN_READ);
      if (!client.isAnswered()) {
        throw new IOException("no answer");
      }
    }
  }

  /** Shows what Tomcat's own code uses for each connection. */
  private static final class OpenProtocol extends Http11NioProtocol {

    @Override
    protected Processor createProcessor() {
      return super.createProcessor();
    }

    AbstractEndpoint<NioChannel, ?> endpoint() {
      return getEndpoint();
    }
  }

  private static final class Hello extends HttpServlet {

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      response.setContentType("text/plain");
      response.getOutputStream().print("hello");
    }
  }
}
