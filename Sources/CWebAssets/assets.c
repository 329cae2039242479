#include "CWebAssets.h"

static const unsigned char chartBundle[] = {
#embed "vendor/vega-bundle.js"
};
static const unsigned char page[] = {
#embed "page/page.mustache"
};
static const unsigned char findings[] = {
#embed "page/findings.mustache"
};
static const unsigned char figures[] = {
#embed "page/figures.mustache"
};
static const unsigned char grounds[] = {
#embed "page/grounds.mustache"
};
static const unsigned char circleHead[] = {
#embed "page/circleHead.mustache"
};
static const unsigned char circleRow[] = {
#embed "page/circleRow.mustache"
};
static const unsigned char matrix[] = {
#embed "page/matrix.mustache"
};
static const unsigned char head[] = {
#embed "page/head.mustache"
};
static const unsigned char sources[] = {
#embed "page/sources.mustache"
};
static const unsigned char definitions[] = {
#embed "page/definitions.mustache"
};
static const unsigned char manifest[] = {
#embed "page/manifest.mustache"
};
static const unsigned char sweep[] = {
#embed "page/sweep.mustache"
};
static const unsigned char style[] = {
#embed "page/style.css"
};
static const unsigned char script[] = {
#embed "page/script.js"
};
static const unsigned char messages[] = {
#embed "page/messages.txt"
};
static const unsigned char tables[] = {
#embed "page/tables.md"
};

#define ASSET(name) ((CWebAssetBytes){.bytes = (name), .count = sizeof(name)})

CWebAssetBytes CWebAssetRead(CWebAsset asset) {
  switch (asset) {
  case CWebAssetChartBundle:
    return ASSET(chartBundle);
  case CWebAssetPage:
    return ASSET(page);
  case CWebAssetFindings:
    return ASSET(findings);
  case CWebAssetFigures:
    return ASSET(figures);
  case CWebAssetGrounds:
    return ASSET(grounds);
  case CWebAssetCircleHead:
    return ASSET(circleHead);
  case CWebAssetCircleRow:
    return ASSET(circleRow);
  case CWebAssetMatrix:
    return ASSET(matrix);
  case CWebAssetHead:
    return ASSET(head);
  case CWebAssetSources:
    return ASSET(sources);
  case CWebAssetDefinitions:
    return ASSET(definitions);
  case CWebAssetManifest:
    return ASSET(manifest);
  case CWebAssetSweep:
    return ASSET(sweep);
  case CWebAssetStyle:
    return ASSET(style);
  case CWebAssetScript:
    return ASSET(script);
  case CWebAssetMessages:
    return ASSET(messages);
  case CWebAssetTables:
    return ASSET(tables);
  }
}
