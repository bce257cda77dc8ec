package org.mlsysim.runtime;

import com.google.inject.Guice;
import com.google.inject.Inject;
import com.google.inject.Provider;
import com.google.inject.Stage;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.mlsysim.api.ResolverFactory;
import org.mlsysim.api.catalog.Catalog;
import org.mlsysim.api.catalog.Catalogs;
import org.mlsysim.api.discovery.Discovery;
import org.mlsysim.api.listener.PipelineListener;

/**
 * mlsysim, assembled: catalogs, resolvers and listeners of the installation and of its plugins.
 *
 * <p>Everything is made when it is first asked for and never changes; to pick up plugins that came
 * later, create another one.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Mlsysim {
  private final Provider<Catalogs> catalogs;
  private final Provider<ResolverFactory> resolvers;
  private final Provider<Listeners> listeners;
  private final Provider<Diagnostics> diagnostics;

  @Inject
  Mlsysim(
      Provider<Catalogs> catalogs,
      Provider<ResolverFactory> resolvers,
      Provider<Listeners> listeners,
      Provider<Diagnostics> diagnostics) {
    this.catalogs = catalogs;
    this.resolvers = resolvers;
    this.listeners = listeners;
    this.diagnostics = diagnostics;
  }

  /** The installation with the plugins of the environment and the user. */
  public static Mlsysim create() {
    return create(Settings.ofUser(List.of()));
  }

  /** The installation with the plugins of some settings. */
  public static Mlsysim create(Settings settings) {
    return Guice.createInjector(Stage.DEVELOPMENT, new RuntimeModule(settings))
        .getInstance(Mlsysim.class);
  }

  /** All registered objects. */
  public Catalogs catalogs() {
    return catalogs.get();
  }

  /** The registered objects of a type or family. */
  public <T> Catalog<T> catalog(Class<T> type) {
    return catalogs().of(type);
  }

  /** All resolvers. */
  public ResolverFactory resolvers() {
    return resolvers.get();
  }

  /** The ids of the listeners that can be switched on. */
  public List<String> listenerIds() {
    return listeners.get().ids();
  }

  /**
   * A discovered listener with its options.
   *
   * @throws org.mlsysim.api.error.UnknownNameException if there is none of that id
   */
  public PipelineListener listener(String id, Map<String, String> options) {
    return listeners.get().get(id).with(options);
  }

  /** Every bundle that provides something, by what it provides. */
  public List<Provided> provided() {
    return diagnostics.get().provided();
  }

  /** Everything that was given up while looking for plugins, with its reason. */
  public List<Discovery.Rejection> rejections() {
    return diagnostics.get().rejections();
  }

  /**
   * One thing that a bundle provides.
   *
   * @param bundle the module or jar
   * @param service {@code resolver}, {@code catalog} or {@code listener}
   * @param id the resolver's or listener's id, or the catalog's name
   */
  public record Provided(Discovery.Bundle bundle, String service, String id) {}
}
