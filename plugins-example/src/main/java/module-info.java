/**
 * Example plugins of mlsysim: one resolver of each tier.
 *
 * @provides org.mlsysim.api.Resolver
 */
module com.example.mlsysim {
  requires transitive org.mlsysim.api;

  exports com.example.mlsysim; // for Java callers who name the types; the platform needs no exports

  provides org.mlsysim.api.Resolver with
      com.example.mlsysim.CheapestHardwareOptimizer,
      com.example.mlsysim.PowerEfficiencyModel,
      com.example.mlsysim.RequiredBandwidthSolver;
}
