using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;

namespace CoBuilding.Access;

/// <summary>Finds texts that the database does not accept: NUL and unpaired surrogates. Scripts can send both.</summary>
internal static class UnstorableTexts
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Fields = new();

    /// <summary>The field names in validator notation: <c>Rows[2].Name</c>.</summary>
    public static IEnumerable<string> In(object form) => FieldsOf(form.GetType()).SelectMany(field => In(field.GetValue(form), field.Name));

    private static IEnumerable<string> In(object? value, string name) =>
        value switch
        {
            string text => IsUnreadable(text) ? [name] : [],
            IEnumerable rows => rows.Cast<object?>().SelectMany((row, n) => In(row, $"{name}[{n}]")),
            { } part when part.GetType().IsNested => FieldsOf(part.GetType())
                .SelectMany(field => In(field.GetValue(part), $"{name}.{field.Name}")),
            _ => [],
        };

    /// <summary>Texts, lists of texts, and the rows that are nested in the form; bytes and dates are no texts.</summary>
    private static PropertyInfo[] FieldsOf(Type form) =>
        Fields.GetOrAdd(form, type => [.. type.GetProperties().Where(p => p.GetIndexParameters().Length == 0 && MayHold(p.PropertyType))]);

    private static bool MayHold(Type type) =>
        type == typeof(string)
        || (type.IsNested && type.IsClass)
        || (type.IsAssignableTo(typeof(IEnumerable)) && type.GenericTypeArguments is [.., var row] && MayHold(row));

    private static bool IsUnreadable(string text)
    {
        for (var n = 0; n < text.Length; n++)
        {
            if (text[n] == '\0')
                return true;
            if (!char.IsSurrogate(text[n]))
                continue;
            if (!char.IsHighSurrogate(text[n]) || n + 1 == text.Length || !char.IsLowSurrogate(text[n + 1]))
                return true;
            n++;
        }
        return false;
    }
}
