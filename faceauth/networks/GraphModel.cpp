// SPDX-License-Identifier: Apache-2.0
#include "faceauth/networks/GraphModel.h"

#include "faceauth/networks/NetBuilder.h"
#include "faceauth/networks/ShallowJson.h"

#include <charconv>
#include <map>
#include <string>

namespace madoguchi {

namespace {

using Plane = NetBuilder::Plane;
using MaybePlane = std::optional<Plane>;

constexpr std::size_t kMostNodes = 2000;
constexpr std::size_t kMostInputs = 8;
constexpr int kMostDepth = 500; ///< of nodes above each other; a circle ends here

// Texts in the graph are base64.
constexpr std::string_view kSame = "U0FNRQ==";
constexpr std::string_view kValid = "VkFMSUQ=";
constexpr std::string_view kRowsOfPixels = "TkhXQw==";

struct Node {
    std::string op;
    std::vector<std::string> inputs;
    const Json* attributes{nullptr};
};

Fault unfit(std::string_view where)
{
    return Fault{.code = FaultCode::FaceModelMissing, .where = where};
}

const std::string* textOf(const Json* value)
{
    return value != nullptr && value->is_string() ? value->get_ptr<const std::string*>() : nullptr;
}

/// "^name" and "name:0" mean the node.
std::string nodeName(std::string_view input)
{
    if (input.starts_with('^'))
        input.remove_prefix(1);
    if (input.ends_with(":0"))
        input.remove_suffix(2);
    return std::string{input};
}

std::optional<Node> readNode(const Json& json)
{
    const std::string* op = textOf(member(json, "op"));
    const Json* inputs = member(json, "input");
    if (op == nullptr || (inputs != nullptr && (!inputs->is_array() || inputs->size() > kMostInputs)))
        return std::nullopt;
    Node node{.op = *op, .inputs = {}, .attributes = member(json, "attr")};
    if (inputs == nullptr)
        return node;
    for (const Json& input : *inputs) {
        const std::string* name = textOf(&input);
        if (name == nullptr)
            return std::nullopt;
        node.inputs.push_back(nodeName(*name));
    }
    return node;
}

using Nodes = std::map<std::string, Node>;

std::optional<Nodes> readNodes(const Json& model)
{
    const Json* topology = member(model, "modelTopology");
    const Json* list = topology == nullptr ? nullptr : member(*topology, "node");
    if (list == nullptr || !list->is_array() || list->size() > kMostNodes)
        return std::nullopt;
    Nodes nodes;
    for (const Json& json : *list) {
        const std::string* name = textOf(member(json, "name"));
        auto node = readNode(json);
        if (name == nullptr || !node || !nodes.emplace(*name, std::move(*node)).second)
            return std::nullopt;
    }
    return nodes;
}

const Json* attribute(const Node& node, const char* name, const char* kind)
{
    const Json* found = node.attributes == nullptr ? nullptr : member(*node.attributes, name);
    return found == nullptr ? nullptr : member(*found, kind);
}

bool isText(const Node& node, const char* name, std::string_view expected)
{
    const std::string* text = textOf(attribute(node, name, "s"));
    return text != nullptr && *text == expected;
}

/// A whole number, written as a text of digits.
std::optional<int> wholeNumber(const Json& json)
{
    const std::string* text = textOf(&json);
    int number = 0;
    if (text == nullptr)
        return std::nullopt;
    const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), number);
    return error == std::errc{} && end == text->data() + text->size() ? std::optional{number} : std::nullopt;
}

/// Steps per batch, row, column and channel: [1, n, n, 1] gives n.
std::optional<int> perPixel(const Node& node, const char* name)
{
    const Json* list = attribute(node, name, "list");
    const Json* steps = list == nullptr ? nullptr : member(*list, "i");
    if (steps == nullptr || !steps->is_array() || steps->size() != 4 || wholeNumber(steps->at(0)) != 1 ||
        wholeNumber(steps->at(3)) != 1 || wholeNumber(steps->at(1)) != wholeNumber(steps->at(2)))
        return std::nullopt;
    return wholeNumber(steps->at(1));
}

std::optional<NetBuilder::Sliding> sliding(const Node& node)
{
    const auto stride = perPixel(node, "strides");
    const bool same = isText(node, "padding", kSame);
    if (!stride || (!same && !isText(node, "padding", kValid)) || perPixel(node, "dilations") != 1 ||
        !isText(node, "data_format", kRowsOfPixels))
        return std::nullopt;
    return NetBuilder::Sliding{.stride = *stride, .same = same};
}

/// Walks from the output down to the picture and adds a layer on the way back.
class Walk {
public:
    Walk(Nodes nodes, const std::vector<Tensor>& tensors) : nodes_{std::move(nodes)}
    {
        for (const Tensor& tensor : tensors)
            constants_.emplace(tensor.name, &tensor);
    }

    MaybePlane reach(const std::string& name, int depth = 0)
    {
        if (const auto known = planes_.find(name); known != planes_.end())
            return known->second;
        const Node* node = nodeAt(name);
        if (node == nullptr || depth > kMostDepth)
            return std::nullopt;
        const MaybePlane plane = build(*node, depth + 1);
        if (plane)
            planes_.emplace(name, *plane);
        return plane;
    }

    [[nodiscard]] cv::dnn::Net finished() { return builder_.finished(); }

private:
    MaybePlane build(const Node& node, int depth)
    {
        if (node.op == "Placeholder")
            return NetBuilder::input();
        if (node.op == "Maximum")
            return clipped(node, depth);
        if (node.inputs.empty())
            return std::nullopt;
        const MaybePlane from = reach(node.inputs.front(), depth);
        if (!from)
            return std::nullopt;
        if (node.op == "Relu" && node.inputs.size() == 1)
            return builder_.relu(*from);
        return node.inputs.size() == 2 ? combined(node, *from) : std::nullopt;
    }

    /// A plane and a constant.
    MaybePlane combined(const Node& node, const Plane& from)
    {
        const Tensor* constant = constantAt(node.inputs[1]);
        if (constant == nullptr)
            return std::nullopt;
        if (node.op == "Mul")
            return builder_.scaled(from, *constant);
        if (node.op == "Add")
            return builder_.shifted(from, *constant);
        if (node.op == "Mean")
            return overThePicture(*constant) ? MaybePlane{builder_.globalMean(from)} : std::nullopt;
        const auto how = sliding(node);
        if (how && node.op == "Conv2D")
            return builder_.convolution(from, *constant, nullptr, *how);
        if (how && node.op == "DepthwiseConv2dNative")
            return builder_.depthwise(from, *constant, *how);
        return std::nullopt;
    }

    /// max(min(relu(x), 6), 0) is one layer.
    MaybePlane clipped(const Node& node, int depth)
    {
        const Node* minimum = bounded(node, 0);
        const Node* relu = minimum == nullptr || minimum->op != "Minimum" ? nullptr : bounded(*minimum, 6);
        if (relu == nullptr || relu->op != "Relu" || relu->inputs.size() != 1)
            return std::nullopt;
        const MaybePlane from = reach(relu->inputs.front(), depth);
        return from ? MaybePlane{builder_.relu6(*from)} : std::nullopt;
    }

    /// The node that `node` compares with the constant `limit`.
    const Node* bounded(const Node& node, float limit) const
    {
        const Tensor* constant = node.inputs.size() == 2 ? constantAt(node.inputs[1]) : nullptr;
        const bool right = constant != nullptr && constant->values == std::vector{limit};
        return right ? nodeAt(node.inputs[0]) : nullptr;
    }

    static bool overThePicture(const Tensor& axes) { return axes.values == std::vector{1.0F, 2.0F}; }

    const Node* nodeAt(const std::string& name) const
    {
        const auto found = nodes_.find(name);
        return found == nodes_.end() ? nullptr : &found->second;
    }

    const Tensor* constantAt(const std::string& name) const
    {
        const Node* node = nodeAt(name);
        const auto found = constants_.find(name);
        return node == nullptr || node->op != "Const" || found == constants_.end() ? nullptr : found->second;
    }

    Nodes nodes_;
    std::map<std::string, const Tensor*> constants_;
    std::map<std::string, Plane> planes_;
    NetBuilder builder_;
};

} // namespace

Result<cv::dnn::Net> readGraphModel(std::string_view model, std::span<const std::uint8_t> weights,
                                    std::string_view output)
{
    const auto tensors = readWeights(model, weights); // bounds the text's length as well
    if (!tensors)
        return tensors.fault();
    const Json parsed = parseShallow(model);
    auto nodes = readNodes(parsed);
    if (!nodes)
        return unfit("faceauth/graphNodes");
    try {
        Walk walk{std::move(*nodes), *tensors};
        if (!walk.reach(std::string{output}))
            return unfit("faceauth/graphShape");
        return walk.finished();
    } catch (const std::exception&) {
        return unfit("faceauth/graphLayers");
    }
}

} // namespace madoguchi
