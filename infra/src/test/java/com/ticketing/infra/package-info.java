/** Tests of the manifests, the images, the documentation and the CI files. None of them needs a cluster. */
@NullMarked
package com.ticketing.infra;

import org.jspecify.annotations.NullMarked;
