using System.Collections;
using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;

namespace CoBuilding.Access;

/// <summary>
/// The walk over what a person sends with a form. Left out are ids made with the form, expected versions and counts, and what is marked
/// <see cref="NotComparedAttribute"/>. Blank is as good as absent, so a field that a later version adds leaves the others as they are.
/// </summary>
internal static class FormFields
{
    /// <summary>To be raised when the walk or a notation changes: what was hashed by another walk is not compared.</summary>
    public const int WalkVersion = 1;

    private static readonly ConcurrentDictionary<Type, FormField[]> Fields = new();
    private static readonly ConcurrentDictionary<Type, HashSet<SentField>> Fresh = new();

    public static IReadOnlyList<SentField> Of(WritingForm form)
    {
        List<SentField> sent = [];
        AddPart("", form, sent);
        return sent;
    }

    /// <summary>What a new form of this type holds before anybody touches it.</summary>
    public static IReadOnlySet<SentField> OfFresh(Type form) => Fresh.GetOrAdd(form, type => [.. Of((WritingForm)Make(type))]);

    /// <summary>Gives the form's new rows new ids.</summary>
    public static void RenewIds(object part)
    {
        foreach (var field in FieldsOf(part.GetType()))
        {
            if (field.IsNewId && !field.Property.IsDefined(typeof(MayExistAttribute)))
                field.Property.SetValue(part, Guid.CreateVersion7());
            else if (!IsSimple(field.Property.PropertyType) && field.Property.GetValue(part) is { } value)
                foreach (var row in value is IEnumerable rows ? rows.OfType<object>().Where(r => !IsSimple(r.GetType())) : [value])
                    RenewIds(row);
        }
    }

    /// <summary>The properties that count, in a fixed order.</summary>
    /// <exception cref="NotSupportedException">One has a type for which there is no notation.</exception>
    public static IReadOnlyList<FormField> FieldsOf(Type part) =>
        Fields.GetOrAdd(
            part,
            type =>
            {
                var (one, other) = (Make(type), Make(type));
                var given = Constructor(type).GetParameters().Select(p => p.Name).ToHashSet();
                return
                [
                    .. type.GetProperties()
                        .Where(p => p.SetMethod?.IsPublic == true && p.Name != nameof(WritingForm.OperationId) && !IsLeftOut(p))
                        .OrderBy(p => p.Name, StringComparer.Ordinal)
                        .Select(p => new FormField(
                            HasNotation(p.PropertyType)
                                ? p
                                : throw new NotSupportedException($"{type}.{p.Name} has a type for which there is no notation."),
                            p.PropertyType == typeof(Guid) && !Equals(p.GetValue(one), p.GetValue(other)),
                            IsTyped(p, given.Contains(p.Name))
                        )),
                ];
            }
        );

    private static void AddPart(string path, object part, List<SentField> sent)
    {
        foreach (var field in FieldsOf(part.GetType()))
            if (!field.IsNewId && field.Property.GetValue(part) is { } value)
                Add($"{path}.{field.Property.Name}", value, field.IsTyped, sent);
    }

    private static void Add(string path, object value, bool isTyped, List<SentField> sent)
    {
        if (IsSimple(value.GetType()))
        {
            if (Text(value) is { Length: > 0 } text)
                sent.Add(new(path, text, isTyped));
        }
        else if (value is IEnumerable rows)
            AddRows(path, rows, isTyped, sent);
        else
            AddPart(path, value, sent);
    }

    /// <summary>Rows with fields of their own are as many fields; a list of values, or of rows that are only chosen, is one.</summary>
    private static void AddRows(string path, IEnumerable rows, bool isTyped, List<SentField> sent)
    {
        List<SentField> within = [];
        var ordered = rows is IList ? rows.OfType<object>() : rows.OfType<object>().OrderBy(Text, StringComparer.Ordinal);
        foreach (var (n, row) in ordered.Index())
            Add($"{path}[{n}]", row, isTyped: false, within);
        if (within.Exists(f => f.IsTyped))
            sent.AddRange(within);
        else if (within.Count > 0)
            sent.Add(new(path, string.Concat(within.Select(f => f.Notation)), isTyped));
    }

    private static string? Text(object value) =>
        value switch
        {
            string text => text.ReplaceLineEndings("\n").Trim(),
            bool flag => flag ? "true" : "",
            byte[] bytes => Convert.ToHexStringLower(SHA256.HashData(bytes)),
            ISentFile file => file.Sha256,
            DateOnly or TimeOnly or DateTimeOffset => ((IFormattable)value).ToString("O", CultureInfo.InvariantCulture),
            IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
            _ => null,
        };

    private static bool IsSimple(Type type) =>
        type == typeof(string) || type == typeof(byte[]) || type.IsAssignableTo(typeof(ISentFile)) || type.IsValueType;

    private static bool HasNotation(Type type) =>
        (Nullable.GetUnderlyingType(type) ?? type) is var plain
        && (
            plain == typeof(bool) || plain.IsAssignableTo(typeof(IFormattable)) || (IsSimple(plain) && !plain.IsValueType) || IsPart(plain)
        );

    /// <summary>A record of a room's own, or a list of what has a notation.</summary>
    private static bool IsPart(Type type) =>
        type is { IsClass: true, IsAbstract: false } && RoomAssemblies.All.Contains(type.Assembly)
        || (type.IsAssignableTo(typeof(IEnumerable)) && type.GenericTypeArguments is [var row] && HasNotation(row));

    private static bool IsLeftOut(PropertyInfo property) =>
        property.IsDefined(typeof(NotComparedAttribute)) || property.Name.Contains("Expected", StringComparison.Ordinal);

    /// <summary>Settable, a list that a page gathers, or given with its row; an id that must be there says which row is meant.</summary>
    private static bool IsTyped(PropertyInfo property, bool isGiven) =>
        property.PropertyType != typeof(Guid)
        && (
            isGiven
            || !property
                .SetMethod!.ReturnParameter.GetRequiredCustomModifiers()
                .Contains(typeof(System.Runtime.CompilerServices.IsExternalInit))
            || !IsSimple(property.PropertyType)
        );

    private static object Make(Type type) =>
        Constructor(type)
            .Invoke([
                .. Constructor(type)
                    .GetParameters()
                    .Select(p => p.ParameterType.IsValueType ? Activator.CreateInstance(p.ParameterType) : null),
            ]);

    private static ConstructorInfo Constructor(Type type) => type.GetConstructors().MinBy(c => c.GetParameters().Length)!;
}
