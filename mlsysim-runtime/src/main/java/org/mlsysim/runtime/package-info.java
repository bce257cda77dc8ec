/** Everything assembled: start at {@link org.mlsysim.runtime.Mlsysim#create}. */
@NullMarked
package org.mlsysim.runtime;

import org.jspecify.annotations.NullMarked;
