// SPDX-License-Identifier: Apache-2.0
// Lines of text in a part of a straightened card, and where a line may be cut into characters.
#pragma once

#include <opencv2/core.hpp>
#include <vector>

namespace madoguchi::cardface {

/// A run of columns; characters are made of one or more in a row.
struct Piece {
    int begin, end;
};

struct TextLine {
    cv::Mat ink;  ///< the line's ink map
    cv::Mat mask; ///< of the same size: 255 where there is ink
    std::vector<Piece> pieces;

    /// The strokes between the first piece's begin and the last one's end; empty when there is none.
    [[nodiscard]] cv::Rect box(std::size_t first, std::size_t last) const;
};

/// From top to bottom; lines whose characters are 1.2 to 4 mm high. `part` is a view of a straightened card.
[[nodiscard]] std::vector<TextLine> findLines(const cv::Mat& part);

} // namespace madoguchi::cardface
