package org.mlsysim.pipeline;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.mlsysim.api.listener.PipelineListener;

/**
 * Tells the listeners of one run what happens, on a thread of its own.
 *
 * <p>One daemon thread delivers all events one after the other, so that the order promised by
 * {@link PipelineListener} holds across listeners and the run waits for none of them. {@link
 * #close} waits for what is left. A listener that does not return within the limit is given up with
 * its thread; it hears nothing more, and a fresh thread goes on with the others. So a run is held
 * up by at most one limit for each listener that hangs. A listener that throws goes on hearing the
 * events that follow, because its starts need their ends.
 */
final class Broadcast {
  private static final System.Logger LOG = System.getLogger("org.mlsysim.pipeline");

  /** A listener under the name that reports give it. */
  record Named(String id, PipelineListener listener) {}

  private record Delivery(int listener, String event, Runnable tell) {}

  private final List<Named> listeners;
  private final long limit;
  private final Deque<Delivery> waiting = new ArrayDeque<>();
  private final BitSet givenUp = new BitSet();
  private final List<ListenerFailure> failures = new ArrayList<>();
  private @Nullable Thread worker;
  private @Nullable Delivery current;
  private long since;
  private boolean closed;

  Broadcast(List<Named> listeners, Duration limit) {
    this.listeners = listeners;
    this.limit = limit.toNanos();
  }

  /** Tells a start: in the order of registration. The event is made when it is first delivered. */
  <E> void started(
      String name, Supplier<E> event, BiConsumer<? super PipelineListener, ? super E> method) {
    Once<E> once = new Once<>(event);
    for (int i = 0; i < listeners.size(); i++) {
      offer(i, name, once, method);
    }
  }

  /** Tells an end or a failure: in reverse order of registration. */
  <E> void ended(
      String name, Supplier<E> event, BiConsumer<? super PipelineListener, ? super E> method) {
    Once<E> once = new Once<>(event);
    for (int i = listeners.size() - 1; i >= 0; i--) {
      offer(i, name, once, method);
    }
  }

  private synchronized <E> void offer(
      int i,
      String name,
      Supplier<E> event,
      BiConsumer<? super PipelineListener, ? super E> method) {
    PipelineListener listener = listeners.get(i).listener();
    waiting.add(new Delivery(i, name, () -> method.accept(listener, event.get())));
    if (worker == null) {
      hire();
    }
    notifyAll();
  }

  /** Waits until every event is delivered or given up; answers what went wrong. */
  synchronized List<ListenerFailure> close() {
    closed = true;
    notifyAll();
    boolean interrupted = false;
    while (current != null || !waiting.isEmpty()) {
      long left = current == null ? limit : limit - (System.nanoTime() - since);
      if (left <= 0) {
        giveUp();
        continue;
      }
      try {
        wait(left / 1_000_000, (int) (left % 1_000_000));
      } catch (InterruptedException e) {
        // The wait is bounded anyway; the caller finds its interrupt when it is over.
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return List.copyOf(failures);
  }

  private void giveUp() {
    Delivery hanging = java.util.Objects.requireNonNull(current);
    givenUp.set(hanging.listener());
    report(
        hanging,
        "did not return within %d ms and hears nothing more".formatted(limit / 1_000_000),
        null);
    current = null;
    java.util.Objects.requireNonNull(worker).interrupt();
    hire();
  }

  private void hire() {
    Thread fresh = new Thread(this::deliver, "mlsysim-listeners");
    fresh.setDaemon(true);
    worker = fresh;
    fresh.start();
  }

  private void deliver() {
    while (true) {
      Delivery next = next();
      if (next == null) {
        return;
      }
      @Nullable Throwable thrown = null;
      try {
        next.tell().run();
      } catch (Throwable e) {
        // Not even an error of a listener may end the thread that serves the others.
        thrown = e;
      }
      if (!done(next, thrown)) {
        return;
      }
    }
  }

  private synchronized @Nullable Delivery next() {
    while (Thread.currentThread() == worker) {
      Delivery next = waiting.poll();
      if (next != null) {
        if (givenUp.get(next.listener())) {
          notifyAll();
          continue;
        }
        current = next;
        since = System.nanoTime();
        return next;
      }
      if (closed) {
        return null;
      }
      try {
        wait();
      } catch (InterruptedException e) {
        // Only a listener can have asked for it; the events that follow are still due.
      }
    }
    return null;
  }

  private synchronized boolean done(Delivery delivery, @Nullable Throwable thrown) {
    if (Thread.currentThread() != worker) {
      return false;
    }
    current = null;
    if (thrown != null) {
      report(delivery, "threw " + thrown, thrown);
    }
    notifyAll();
    return true;
  }

  private void report(Delivery delivery, String message, @Nullable Throwable cause) {
    String id = listeners.get(delivery.listener()).id();
    failures.add(new ListenerFailure(id, delivery.event(), message, Optional.ofNullable(cause)));
    LOG.log(
        System.Logger.Level.WARNING,
        "listener %s, %s: %s".formatted(id, delivery.event(), message),
        cause);
  }

  /** An event that is made for the first listener and kept for the others. */
  private static final class Once<E> implements Supplier<E> {
    private final Supplier<E> make;
    private @Nullable E made;

    Once(Supplier<E> make) {
      this.make = make;
    }

    @Override
    public synchronized E get() {
      E known = made;
      if (known == null) {
        known = make.get();
        made = known;
      }
      return known;
    }
  }
}
