namespace Tsunagu.Gateway.Catalogue;

/// <summary>One segment of a path template: literal text, or the name of what it binds (empty when nothing is bound).</summary>
readonly record struct PathSegment(SegmentKind Kind, string Text);
