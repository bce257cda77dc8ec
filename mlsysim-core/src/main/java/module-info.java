/**
 * The built-in resolvers of mlsysim, and the Engine over single-node performance.
 *
 * @provides org.mlsysim.api.Resolver
 */
module org.mlsysim.core {
  requires transitive org.mlsysim.api;
  requires transitive org.mlsysim.physics;

  exports org.mlsysim.core.node;
  exports org.mlsysim.core.training;

  provides org.mlsysim.api.Resolver with
      org.mlsysim.core.node.SingleNodeModel;
}
