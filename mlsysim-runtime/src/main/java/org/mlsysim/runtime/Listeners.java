package org.mlsysim.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.TreeMap;
import org.mlsysim.api.discovery.Discovery;
import org.mlsysim.api.error.ErrorCode;
import org.mlsysim.api.error.UnknownNameException;
import org.mlsysim.api.listener.PipelineListener;

/** The discovered listeners by id. */
final class Listeners {
  private final Map<String, PipelineListener> byId = new TreeMap<>();
  private final List<Mlsysim.Provided> provided = new ArrayList<>();
  private final List<Discovery.Rejection> rejections = new ArrayList<>();

  Listeners(Discovery.Found<PipelineListener> found) {
    rejections.addAll(found.rejections());
    for (Discovery.Provider<PipelineListener> provider : found.providers()) {
      try {
        PipelineListener listener = provider.create();
        byId.putIfAbsent(listener.id(), listener);
        provided.add(new Mlsysim.Provided(provider.bundle(), "listener", listener.id()));
      } catch (ServiceConfigurationError | LinkageError e) {
        rejections.add(rejection(provider, e));
      }
    }
  }

  static Discovery.Rejection rejection(Discovery.Provider<?> provider, Throwable failure) {
    return new Discovery.Rejection(
        provider.bundle(),
        provider.type().getName(),
        ErrorCode.PLUGIN_LOAD,
        Discovery.Phase.CONSTRUCT,
        Discovery.reason(failure));
  }

  List<String> ids() {
    return List.copyOf(byId.keySet());
  }

  PipelineListener get(String id) {
    PipelineListener listener = byId.get(id);
    if (listener == null) {
      throw UnknownNameException.of("callbacks", "a listener", id, byId.keySet());
    }
    return listener;
  }

  List<Mlsysim.Provided> provided() {
    return provided;
  }

  List<Discovery.Rejection> rejections() {
    return rejections;
  }
}
