using System.Collections;
using System.Globalization;
using Microsoft.AspNetCore.Components.Forms;

namespace CoBuilding.Web.Shell;

/// <summary>Resolves a validator's path, such as <c>Items[2].Title</c>, to the object and field that an input is bound to.</summary>
public static class FieldPath
{
    public static FieldIdentifier Find(object model, string path)
    {
        var steps = path.Replace("[", ".[", StringComparison.Ordinal).Split('.', StringSplitOptions.RemoveEmptyEntries);
        foreach (var step in steps[..^1])
        {
            var next =
                step[0] == '[' && model is IList list
                    ? list[int.Parse(step[1..^1], CultureInfo.InvariantCulture)]
                    : model.GetType().GetProperty(step)?.GetValue(model);
            if (next is null)
                break;
            model = next;
        }
        return new FieldIdentifier(model, steps[^1]);
    }
}
