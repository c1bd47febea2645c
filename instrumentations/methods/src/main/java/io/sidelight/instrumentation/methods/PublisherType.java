// SPDX-License-Identifier: Apache-2.0
// Copyright The Sidelight Authors
package io.sidelight.instrumentation.methods;

import static java.util.Collections.unmodifiableList;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A type of result that does nothing until somebody subscribes to it, and may then run often: what
 * its library offers to see how a subscription ends. By name: it is on the application's class
 * path, not here. Immutable.
 */
final class PublisherType {

  private static final String NONE = "";

  private static final List<PublisherType> ALL = all();

  /** The class's name. */
  final String name;

  /** Makes a publisher that asks for another one at each subscription. */
  final String defer;

  /** Tells the value; empty in a stream of them. */
  final String onValue;

  /** Tells that the end is there; empty if {@link #onValue} does that always. */
  final String onComplete;

  final String onError;
  final String onCancel;

  /** Where the library's own subclasses are, which nobody else names; null if they are hidden. */
  private final @Nullable String internals;

  private PublisherType(String name, @Nullable String internals, String... methods) {
    this.name = name;
    this.internals = internals;
    defer = methods[0];
    onValue = methods[1];
    onComplete = methods[2];
    onError = methods[3];
    onCancel = methods[4];
  }

  /**
   * Whether it stands for one value at most, so that who cancels it does not get what he wanted.
   */
  boolean isOfOne() {
    return !onValue.isEmpty() || name.endsWith(".Completable");
  }

  private static List<PublisherType> all() {
    List<PublisherType> all = new ArrayList<>();
    all.add(reactor("Mono", "doOnSuccess", NONE));
    all.add(reactor("Flux", NONE, "doOnComplete"));
    addRx("io.reactivex.", "io.reactivex.internal.", all);
    addRx("io.reactivex.rxjava3.core.", "io.reactivex.rxjava3.internal.", all);
    all.add(mutiny("Uni", "onItem.invoke", NONE));
    all.add(mutiny("Multi", NONE, "onCompletion.invoke"));
    return unmodifiableList(all);
  }

  private static PublisherType reactor(String name, String onValue, String onComplete) {
    return new PublisherType(
        "reactor.core.publisher." + name,
        null,
        "defer",
        onValue,
        onComplete,
        "doOnError",
        "doOnCancel");
  }

  private static void addRx(String itsPackage, String internals, List<PublisherType> all) {
    String value = "doOnSuccess";
    String complete = "doOnComplete";
    String dispose = "doOnDispose";
    all.add(rx(itsPackage + "Single", internals, value, NONE, dispose));
    all.add(rx(itsPackage + "Maybe", internals, value, complete, dispose));
    all.add(rx(itsPackage + "Completable", internals, NONE, complete, dispose));
    all.add(rx(itsPackage + "Observable", internals, NONE, complete, dispose));
    all.add(rx(itsPackage + "Flowable", internals, NONE, complete, "doOnCancel"));
  }

  private static PublisherType rx(
      String name, String internals, String onValue, String onComplete, String onCancel) {
    return new PublisherType(name, internals, "defer", onValue, onComplete, "doOnError", onCancel);
  }

  private static PublisherType mutiny(String name, String onValue, String onComplete) {
    return new PublisherType(
        "io.smallrye.mutiny." + name,
        "io.smallrye.mutiny.operators.",
        "createFrom.deferred",
        onValue,
        onComplete,
        "onFailure.invoke",
        "onCancellation.invoke");
  }

  /** Whether methods that are declared to return that type have their subscriptions measured. */
  static boolean isOne(String returnType) {
    for (PublisherType each : ALL) {
      if (each.name.equals(returnType)) {
        return true;
      }
    }
    return false;
  }

  /** That of objects of a class; null if they are no publishers. */
  static @Nullable PublisherType of(Class<?> type) {
    for (PublisherType each : ALL) {
      if (find(type, each.name) != null) {
        return each;
      }
    }
    return null;
  }

  /**
   * Whether somebody may know objects of a class as more than this, e.g. as a subject: one that
   * stands for them would not be that.
   */
  boolean isKnownOtherwise(Class<?> type) {
    for (Class<?> each = type;
        each != null && each != Object.class && !each.getName().equals(name);
        each = each.getSuperclass()) {
      String itsName = each.getName();
      // Superclasses of what is on offer for users to write their own.
      boolean internal = itsName.endsWith("Operator");
      internal |= internals != null && itsName.startsWith(internals);
      if (Modifier.isPublic(each.getModifiers()) && !internal) {
        return true;
      }
    }
    return false;
  }

  /** The class or interface of that name that {@code type} is or extends; null if it does not. */
  static @Nullable Class<?> find(@Nullable Class<?> type, String name) {
    if (type == null || type.getName().equals(name)) {
      return type;
    }
    Class<?> found = find(type.getSuperclass(), name);
    for (Class<?> each : type.getInterfaces()) {
      found = found == null ? find(each, name) : found;
    }
    return found;
  }

  /** What {@link #defer} and the others name, in the library's version that is there. */
  static final class Operator {
    private final @Nullable Method group;
    private final Method method;

    /**
     * Looks for it.
     *
     * @param path the name of a method that takes a function, after that of one that leads to it
     * @param function how the function's type is called, in one library or another
     */
    Operator(Class<?> type, String path, List<String> function) throws NoSuchMethodException {
      int dot = path.indexOf('.');
      group = dot < 0 ? null : type.getMethod(path.substring(0, dot));
      method =
          find(group == null ? type : group.getReturnType(), path.substring(dot + 1), function);
    }

    private static Method find(Class<?> type, String name, List<String> function)
        throws NoSuchMethodException {
      for (Method each : type.getMethods()) {
        Class<?>[] parameters = each.getParameterTypes();
        if (each.getName().equals(name)
            && !each.isBridge()
            && parameters.length == 1
            && function.contains(parameters[0].getSimpleName())) {
          return each;
        }
      }
      throw new NoSuchMethodException(type.getName() + "." + name);
    }

    /** Calls it on {@code publisher}, null where it is static. */
    Object apply(@Nullable Object publisher, Callback function)
        throws ReflectiveOperationException {
      Object target = group == null ? publisher : group.invoke(publisher);
      return method.invoke(target, function.as(method.getParameterTypes()[0]));
    }
  }
}
