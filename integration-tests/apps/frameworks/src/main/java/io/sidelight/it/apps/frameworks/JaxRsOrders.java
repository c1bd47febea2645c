// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.it.apps.frameworks;

import javax.ws.rs.GET;
import javax.ws.rs.NotFoundException;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.container.AsyncResponse;
import javax.ws.rs.container.Suspended;

/** Resources of all kinds. */
@Path("/orders")
public class JaxRsOrders {

  /** All. */
  @GET
  public String all() {
    return "all";
  }

  /** One, by number. */
  @GET
  @Path("/{id: [0-9]+}")
  public String one(@PathParam("id") long id) {
    return "order " + id;
  }

  /** A part of one. */
  @GET
  @Path("{id}/lines/{line}/")
  public String line(@PathParam("id") String id, @PathParam("line") String line) {
    return id + " " + line;
  }

  /** Changes one. */
  @POST
  @Path("{id}/cancel")
  public void cancel(@PathParam("id") String id) {}

  /** Is answered later, on a thread of the application's. */
  @GET
  @Path("later")
  public void later(@Suspended AsyncResponse response) {
    Thread answering =
        new Thread(
            () -> {
              try {
                Thread.sleep(100); // CXF wants to be ready for it
              } catch (InterruptedException e) {
                return;
              }
              response.resume("later");
            });
    answering.start();
  }

  /** Is not there any more. */
  @GET
  @Path("gone")
  public String gone() {
    throw new NotFoundException();
  }

  /** Fails. */
  @GET
  @Path("broken")
  public String broken() {
    throw new IllegalStateException("on purpose");
  }

  /** Another resource below. */
  @Path("{id}/parts")
  public Parts parts() {
    return new Parts();
  }

  /** What hangs below an order. */
  public static class Parts {

    /** One. */
    @GET
    @Path("{part}")
    public String part(@PathParam("part") String part) {
      return part;
    }
  }
}
