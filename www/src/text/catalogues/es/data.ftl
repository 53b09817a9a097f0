# Lo que resultó contener la carga de contactos y eventos.
report = Informe de carga
report-empty = Todavía no hay contactos.
report-file = Archivo
report-rows = Filas leídas
report-left-out = Filas omitidas
report-columns = Columnas
report-format = Formato
report-encoding = Codificación
report-delimiter = Separador
report-size = Tamaño
report-notes = Notas
report-events = Eventos
delimiter = { $delimiter ->
    [comma] coma
    [semicolon] punto y coma
    [tab] tabulador
    [bar] barra
   *[other] otro
}
line = línea { $line }
lines = { $count ->
    [one] línea { $lines }
   *[other] líneas { $lines }
}
left-out = { $count ->
    [one] { $count } fila no se pudo leer.
   *[other] { $count } filas no se pudieron leer.
}
left-out-first = { $count ->
    [one] Esta es la primera:
   *[other] Estas son las { $count } primeras:
}
unusable = Lo que las reglas no pudieron usar
unusable-missing = { $count ->
    [one] Una propiedad que usan las reglas y que los contactos no tienen:
   *[other] { $count } propiedades que usan las reglas y que los contactos no tienen:
}
unusable-unreadable = { $needed ->
    [number] no se puede leer como número
    [boolean] no se puede leer como sí o no
   *[time] no se puede leer como fecha
} { $count ->
    [one] en { $count } fila, por ejemplo
   *[other] en { $count } filas, por ejemplo
}
unusable-later = { $count ->
    [one] { $count } evento es posterior al instante de la puntuación, en el que aún no existe.
   *[other] { $count } eventos son posteriores al instante de la puntuación, en el que aún no existen.
}
unknowns = Valores que pueden significar «sin valor»
unknowns-hint = El conjunto de reglas puede declararlos como valores desconocidos.
unknowns-in = en { $places }
unknowns-declared = declarado por las reglas
report-events-read = { $count ->
    [one] { $count } evento leído.
   *[other] { $count } eventos leídos.
}
report-events-unmatched = { $count ->
    [one] { $count } de ellos es de un contacto que no está aquí.
   *[other] { $count } de ellos son de contactos que no están aquí.
}
report-events-left-out = Eventos omitidos
column = Columna
report-filled = Con valor
report-kind = Tipo
column-distinct = Distintos
column-examples = Ejemplos
columns-all = Mostrar las { $count }
kind = { $kind ->
    [number] número
    [boolean] sí o no
    [time] fecha
    [list] lista
    [empty] vacía
   *[text] texto
}
note = { $code ->
    [no_rows] El archivo no tiene contactos, solo nombres de columna o una lista vacía.
    [missing_ids] { $count ->
        [one] { $count } contacto no tiene id y recibe el nombre de su fila.
       *[other] { $count } contactos no tienen id y reciben el nombre de su fila, como «row 1».
    }
    [repeated_ids] { $count ->
        [one] { $count } fila repite el id de una anterior y se conserva como contacto propio.
       *[other] { $count } filas repiten el id de una anterior; cada una se conserva como contacto propio.
    }
    [blank_rows] { $count ->
        [one] { $count } fila sin ningún valor se ha omitido.
       *[other] { $count } filas sin ningún valor se han omitido.
    }
    [short_rows] { $count ->
        [one] { $count } fila tiene menos campos que columnas; los que faltan son desconocidos.
       *[other] { $count } filas tienen menos campos que columnas; los que faltan son desconocidos.
    }
    [long_rows] { $count ->
        [one] { $count } fila tiene más valores que columnas; los sobrantes se han omitido.
       *[other] { $count } filas tienen más valores que columnas; los sobrantes se han omitido.
    }
    [wrapped_rows] { $count ->
        [one] { $count } fila estaba entera entre comillas y se ha desempaquetado.
       *[other] { $count } filas estaban enteras entre comillas y se han desempaquetado.
    }
    [duplicate_headers] { $count ->
        [one] { $count } columna tiene el nombre de una anterior; las reglas leen la anterior.
       *[other] { $count } columnas tienen el nombre de una anterior; las reglas leen la anterior.
    }
    [blank_headers] { $count ->
        [one] { $count } columna no tiene nombre y recibe el de su lugar, como «column 7».
       *[other] { $count } columnas no tienen nombre y reciben el de su lugar, como «column 7».
    }
    [too_many_columns] { $count ->
        [one] { $count } valor o nombre de columna más allá de las primeras 10.000 columnas se ha omitido.
       *[other] { $count } valores o nombres de columna más allá de las primeras 10.000 columnas se han omitido.
    }
    [unclosed_quotes] { $count ->
        [one] { $count } línea abre una comilla que nunca se cierra y se ha omitido.
       *[other] { $count } líneas abren una comilla que nunca se cierra y se han omitido.
    }
    [nested_values] { $count ->
        [one] { $count } valor es un objeto o una lista de ellos, que ninguna regla lee, y se ha omitido.
       *[other] { $count } valores son objetos o listas de ellos, que ninguna regla lee, y se han omitido.
    }
    [replaced_bytes] { $count ->
        [one] { $count } carácter no era válido en la codificación del archivo y se ha sustituido por �.
       *[other] { $count } caracteres no eran válidos en la codificación del archivo y se han sustituido por �.
    }
    [dropped_nuls] { $count ->
        [one] { $count } carácter NUL se ha eliminado.
       *[other] { $count } caracteres NUL se han eliminado.
    }
   *[other] Algo en el archivo merece una mirada.
}
