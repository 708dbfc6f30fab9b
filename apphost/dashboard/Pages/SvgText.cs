using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Aspire.Dashboard.Pages;

/// <summary>An SVG text element, whose name Razor keeps for itself.</summary>
public sealed class SvgText : ComponentBase
{
    /// <summary>Position from the left, with unit.</summary>
    [Parameter, EditorRequired]
    public string X { get; set; } = "";

    /// <summary>Pixels right of that position; the text ends there when negative.</summary>
    [Parameter]
    public int Dx { get; set; }

    /// <summary>Baseline in pixels from the top.</summary>
    [Parameter]
    public int Y { get; set; }

    /// <summary>What it says.</summary>
    [Parameter, EditorRequired]
    public string Text { get; set; } = "";

    /// <summary>Style class.</summary>
    [Parameter]
    public string? Class { get; set; }

    /// <inheritdoc/>
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.OpenElement(0, "text");
        builder.AddAttribute(1, "x", X);
        builder.AddAttribute(2, "dx", Dx);
        builder.AddAttribute(3, "y", Y);
        builder.AddAttribute(4, "text-anchor", Dx < 0 ? "end" : "start");
        builder.AddAttribute(5, "class", Class);
        builder.AddContent(6, Text);
        builder.CloseElement();
    }
}
