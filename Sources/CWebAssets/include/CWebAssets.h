#pragma once
#include <stddef.h>

/// A text that is part of the program: embedded when it is compiled, read-only while it runs.
typedef enum __attribute__((enum_extensibility(closed))) {
  /// Vega, Vega-Lite and Vega-Embed in one file; see vendor/LICENSE.txt.
  CWebAssetChartBundle,
  /// Frame of the report page.
  CWebAssetPage,
  /// Title, question, answer and verdicts.
  CWebAssetFindings,
  /// Charts, occupancy, waits, money and the map.
  CWebAssetFigures,
  /// Policies, sources, identities, methods and manifest.
  CWebAssetGrounds,
  /// Head and line of the table of ambulance circles, which stands on the page twice.
  CWebAssetCircleHead,
  CWebAssetCircleRow,
  /// Page that lays several studies side by side.
  CWebAssetMatrix,
  /// Title, what was run, and how much of it is fact: of every page.
  CWebAssetHead,
  /// Where the figures of the county came from: of every page.
  CWebAssetSources,
  /// Table of definitions: of every page.
  CWebAssetDefinitions,
  /// All that decides the numbers: of every page.
  CWebAssetManifest,
  /// What was varied, targets, charts and numbers of a sweep.
  CWebAssetSweep,
  /// Style sheet of the page, for screen and paper.
  CWebAssetStyle,
  /// Script of the page: draws the charts.
  CWebAssetScript,
  /// Every message in Chinese and English.
  CWebAssetMessages,
  /// What the columns of a county's tables mean.
  CWebAssetTables,
} CWebAsset;

/// Bytes that live as long as the program.
typedef struct {
  const unsigned char *_Nonnull bytes;
  size_t count;
} CWebAssetBytes;

/// The bytes of an asset, UTF-8, without a terminating zero.
CWebAssetBytes CWebAssetRead(CWebAsset asset);
